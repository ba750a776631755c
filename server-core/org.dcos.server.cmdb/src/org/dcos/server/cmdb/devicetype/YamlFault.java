package org.dcos.server.cmdb.devicetype;

/** A text that is no YAML, or more of it than is read. */
final class YamlFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line counted from 1 */
    YamlFault(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
