import bad_indent
