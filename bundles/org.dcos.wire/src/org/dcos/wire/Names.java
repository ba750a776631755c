package org.dcos.wire;

import java.util.Locale;

/** How names of Java look on the wire. */
public final class Names {

    /** {@code BmcUnreachable} becomes {@code bmc-unreachable}, {@code dryRun} becomes {@code dry-run}. */
    public static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private Names() {}
}
