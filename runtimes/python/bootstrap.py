"""Starts `tenfold_runtime`. Python compiles the file it is started with every time, so this one is as small as can be."""

import tenfold_runtime

if __name__ == "__main__":
    tenfold_runtime.main()
