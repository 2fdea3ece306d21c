from handlers import no_such_name
