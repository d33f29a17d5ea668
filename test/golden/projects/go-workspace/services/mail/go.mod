module example.org/shop/services/mail

go 1.26
