"""A mixed load on a real server for a time, and whether everything is back where it was afterwards.

`watch` counts what a server has on the machine, `load` and `kinds` are what is done to it, `table` judges and prints.
`cargo xtask soak` runs it long, `test_soak.py` for some seconds.
"""
