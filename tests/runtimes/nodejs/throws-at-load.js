console.log('starting');
throw new RangeError('at load');
