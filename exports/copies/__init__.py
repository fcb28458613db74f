"""A sent report as pictures for a phone and as pages to print: one layout, two sizes of paper."""
