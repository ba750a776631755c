package org.dcos.net.dhcp.subnet;

import java.util.Set;

/**
 * Addresses to give away.
 *
 * @param classes names of those that alone get them; of no class: for everybody
 */
public record Pool(Range range, Set<String> classes) {

    public Pool {
        classes = Set.copyOf(classes);
    }

    public static Pool of(String first, String last) {
        return new Pool(Range.of(first, last), Set.of());
    }

    /** @param of classes that a client is of */
    public boolean serves(Set<String> of) {
        return classes.isEmpty() || of.stream().anyMatch(classes::contains);
    }
}
