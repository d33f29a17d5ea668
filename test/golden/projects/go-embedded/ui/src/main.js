document.body.append("notes");
