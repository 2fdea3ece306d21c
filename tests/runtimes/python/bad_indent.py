def handler(event, context):
    if True:
  return 1
