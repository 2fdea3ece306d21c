"""Starts `tenfold_runtime`. Python compiles the file it is started with every time, so this one is small."""

import tenfold_runtime

if __name__ == "__main__":
    tenfold_runtime.main()
