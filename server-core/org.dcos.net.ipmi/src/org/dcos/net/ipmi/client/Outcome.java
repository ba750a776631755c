package org.dcos.net.ipmi.client;

/**
 * What became of a submitted request.
 *
 * @param <R> answer of the request
 */
public sealed interface Outcome<R> {

    record Answered<R>(R answer) implements Outcome<R> {}

    record Failed<R>(IpmiException reason) implements Outcome<R> {}

    /** The answer, or the reason thrown. */
    default R get() throws IpmiException {
        return switch (this) {
            case Answered<R>(R answer) -> answer;
            case Failed<R>(IpmiException reason) -> throw reason;
        };
    }
}
