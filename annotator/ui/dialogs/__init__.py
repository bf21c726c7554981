"""Dialogs. Each has a classmethod that asks and returns a value or None; a test replaces it, or shows the dialog and presses its keys.

- `question.Question.ask`, `who.Who.ask`, `comment.Comment.ask`, `edit_field.EditField.ask`, `new_project.NewProject.ask`
- `import_preview.ImportPreview.ask` gives the files to take in and their options; taking them in is the caller's
- `export.Export.ask_and_write` asks, writes in a child process and tells what was written; `export.Export.ask` only asks
- `backups.Backups.ask` gives the copy to go back to (close the project, `project.upkeep.restore`, open it again);
  `backups.Backups.ask_copy` gives where a copy is to be saved (`project.upkeep.backup`)
- `working.Working.ask` stands while a child process works; `outcome.Outcome.tell`, `problem.Problem.tell`, `key_sheet.KeySheet.show_keys`
"""
