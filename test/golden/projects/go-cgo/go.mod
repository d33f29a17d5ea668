module example.test/cgo

go 1.27.0

require github.com/mattn/go-sqlite3 v1.14.32
