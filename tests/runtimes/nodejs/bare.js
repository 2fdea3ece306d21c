module.exports = async () => 'the exports are the function';
