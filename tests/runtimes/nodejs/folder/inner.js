exports.handler = async () => require('dependency').name + ' ' + require('path').basename(__filename);
