package peekbench.cli;

import peekbench.result.provenance.SoftwareInfo;
import picocli.CommandLine.IVersionProvider;

/** The text of {@code --version}. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        SoftwareInfo software = SoftwareInfo.current();
        String commit = software.commit().map(id -> " (" + id + ")").orElse("");
        return new String[] {"Peekbench " + software.version() + commit, "Java " + Runtime.version()};
    }
}
