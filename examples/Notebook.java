///usr/bin/env jbang "$0" "$@" ; exit $?
// Peekbench in one file, for JBang. JBang looks into your Maven repository, so put the artifacts there first: mvn install
// -Dmaven.test.skip=true in the project's folder. Then, in the same folder, with the launcher's variables:
//   env $(cat launch/environment.properties) jbang examples/Notebook.java
//DEPS io.github.peekbench:peekbench-scenarios:0.1.0-SNAPSHOT
//JAVA 17+
//JAVA_OPTIONS -Xmx1g -Dorg.bytedeco.javacpp.maxbytes=4g -Dorg.bytedeco.javacpp.maxphysicalbytes=0

import java.nio.file.Path;
import peekbench.Peekbench;
import peekbench.report.table.SummaryTable;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.scenario.ScenarioSource;

final class Notebook {
    private Notebook() {}

    public static void main(String[] arguments) {
        var source = ScenarioSource.of(Path.of("scenarios/quickstart.yaml")).with("training.epochs=1").withSeed(7);
        Peekbench.plan(Peekbench.read(source)).trials().forEach(trial -> System.out.println(trial.id()));

        var options = RunOptions.defaults().withFolder(Path.of("results/notebook"));
        var result = Peekbench.run(source, options, RunListener.silent());
        System.out.println(SummaryTable.of(result.trials()).text());
    }
}
