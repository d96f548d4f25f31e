"""Importing: minutes from Word, PDF, Markdown, web pages and text, made into a draft and questions.

The stages are pure functions: a file is read into blocks, the blocks are recognised, what was recognised is
drafted as plain values with questions, and the draft is written as YAML. decisions/importing.md has why.
"""
