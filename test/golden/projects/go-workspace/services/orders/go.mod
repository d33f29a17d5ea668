module example.org/shop/services/orders

go 1.26
