from flask import Flask

from fastmath import add

app = Flask(__name__)


@app.get("/")
def index():
    return f"sum {add(1, 2)}\n"
