package main

import (
	"database/sql"
	"net/http"

	_ "github.com/mattn/go-sqlite3"
)

func main() {
	if _, err := sql.Open("sqlite3", ":memory:"); err != nil {
		panic(err)
	}
	http.ListenAndServe(":9000", nil)
}
