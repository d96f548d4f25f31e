"""What MkDocs loads for a bare `mkdocs build` or `mkdocs serve`; `pages build` does without."""

from macros.making.building import on_config, on_startup

__all__ = ["on_config", "on_startup"]
