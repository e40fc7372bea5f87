// Peekbench in a notebook. From the project's folder, after ./peekbench was run once, with the launcher's variables and
// options:
//   env $(cat launch/environment.properties) jshell $(sed -n 's/^-/-R-/p' launch/java-options) \
//       --class-path "$(cat target/peekbench/classpath)" examples/notebook.jsh
import java.nio.file.Path;
import peekbench.Peekbench;
import peekbench.report.table.SummaryTable;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.scenario.ScenarioSource;

var source = ScenarioSource.of(Path.of("scenarios/quickstart.yaml")).with("training.epochs=1").withSeed(7);
Peekbench.plan(Peekbench.read(source)).trials().forEach(trial -> System.out.println(trial.id()));

var result = Peekbench.run(source, RunOptions.defaults().withFolder(Path.of("results/notebook")), RunListener.silent());
System.out.println(SummaryTable.of(result.trials()).text());
/exit
