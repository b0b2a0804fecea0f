// The check of the folder's notes by the command line, as a task whose findings come into the Problems view.
import {
  type Disposable,
  ShellExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
} from "vscode";

const taskType = "notewright";
const matcher = "$notewright";

interface CheckDefinition extends TaskDefinition {
  readonly command: "check";
  readonly files?: string;
}

/** Offers the task for as long as the extension is active. It needs the command line of the same name. */
export function offerTasks(): Disposable {
  return tasks.registerTaskProvider(taskType, {
    provideTasks: () => [taskOf({ type: taskType, command: "check" })],
    resolveTask: ({ definition }) => taskOf(definition as CheckDefinition),
  });
}

function taskOf(definition: CheckDefinition): Task {
  const files = definition.files ?? "**/*.note";
  const work = new ShellExecution("notewright", [
    definition.command,
    "--format",
    "text",
    { value: files, quoting: 2 },
  ]);
  const task = new Task(definition, TaskScope.Workspace, definition.command, taskType, work, matcher);
  task.group = TaskGroup.Build;
  return task;
}
