console.log('starting');
process.exit(4);
