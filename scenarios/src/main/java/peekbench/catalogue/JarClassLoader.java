package peekbench.catalogue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import peekbench.registry.Registry;

/** The classes of one plug-in, beside those of the program. Of providers it finds only the plug-in's own. */
final class JarClassLoader extends URLClassLoader {
    JarClassLoader(URL jar) {
        super(new URL[] {jar}, Registry.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith("META-INF/services/peekbench.") ? findResources(name) : super.getResources(name);
    }
}
