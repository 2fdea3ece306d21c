import sys

print("starting")
sys.exit(4)
