package org.dcos.tests.records;

/** The class path of the tests, for processes that they start. */
public final class OwnClassPath {

    private OwnClassPath() {}

    /** Surefire puts it into the manifest of one jar, and tells it in a property. */
    public static String get() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
