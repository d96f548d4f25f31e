"""From private to public, and nowhere else: marks, projection, sign-off, takedown and verification.

Here stand what reads marks (`marks`, `damages`, `lookalikes`), what makes public values (`projection`, with
`naming`, `derivations`, `consents`, `parts`, `numbering`, `leaving_out`), and what freezes them (`signing`,
with `second_people`, `practice_reviews`, `comparing`, `printed`, `embargoes`). `values` reads the rules of
withholding a second time. The rooms within look for what ought not to be public, by other ways than those
that made it.
"""
