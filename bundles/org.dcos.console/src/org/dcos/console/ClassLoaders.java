package org.dcos.console;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

import org.eclipse.core.runtime.Platform;
import org.osgi.framework.wiring.BundleWiring;

/** Lets libraries that use ServiceLoader with the thread's class loader find Eclipse Collections, as NatTable needs. */
final class ClassLoaders extends ClassLoader {

    private static final String COLLECTIONS = "org.eclipse.collections.impl";

    private final ClassLoader extra;

    private ClassLoaders(ClassLoader parent, ClassLoader extra) {
        super(parent);
        this.extra = extra;
    }

    /** For the calling thread. */
    static void install() {
        var bundle = Platform.getBundle(COLLECTIONS);
        if (bundle != null) {
            var thread = Thread.currentThread();
            thread.setContextClassLoader(
                    new ClassLoaders(thread.getContextClassLoader(),
                            bundle.adapt(BundleWiring.class).getClassLoader()));
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return extra.loadClass(name);
    }

    @Override
    protected URL findResource(String name) {
        return extra.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return extra.getResources(name);
    }
}
