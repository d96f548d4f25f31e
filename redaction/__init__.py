"""From private to public, and nowhere else: projection, marks, sign-off, takedown and verification.

`projection` makes the public values and `signing` freezes them. `harvesting`, `scanning`, `twins` and
`verification` look for what ought not to be public, by other ways than those that made it.
"""
