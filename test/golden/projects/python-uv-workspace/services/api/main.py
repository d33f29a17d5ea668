from fastapi import FastAPI
from greeting import greeting

app = FastAPI()


@app.get("/")
def hello():
    return greeting()
