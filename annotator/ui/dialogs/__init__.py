"""Dialogs. Each has a classmethod that asks and returns a value or None; a test replaces it, or shows the dialog and presses its keys.

All take (parent, theme, …). `question.Question.ask`, `who.Who.ask`, `comment.Comment.ask`, `edit_field.EditField.ask`,
`key_sheet.KeySheet.show_keys`, `problem.Problem.tell`, `new_project.NewProject.ask`, `import_preview.ImportPreview.ask`,
`export.Export.ask`, `backups.Backups.ask`, `working.Working.ask`, `outcome.Outcome.tell`.
"""
