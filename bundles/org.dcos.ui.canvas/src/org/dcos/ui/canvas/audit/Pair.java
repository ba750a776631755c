package org.dcos.ui.canvas.audit;

/**
 * Two values of one thing.
 *
 * @param label what it is
 * @param of    whose it is; may be empty
 * @param note  how the right one is known; may be empty
 */
public record Pair(String label, String of, String left, String right, String note) {

    /** The part of a value that is not alike in the other. @param from first character @param to after the last */
    public record Span(int from, int to) {}

    public boolean differs() {
        return !left.equals(right);
    }

    /** What of the left value differs: all between the beginning and the end that both have. */
    public Span leftSpan() {
        return new Span(before(), left.length() - after());
    }

    public Span rightSpan() {
        return new Span(before(), right.length() - after());
    }

    private int before() {
        int most = Math.min(left.length(), right.length());
        int at = 0;
        while (at < most && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        return at > 0 && Character.isHighSurrogate(left.charAt(at - 1)) ? at - 1 : at;
    }

    private int after() {
        int most = Math.min(left.length(), right.length()) - before();
        int at = 0;
        while (at < most && left.charAt(left.length() - 1 - at) == right.charAt(right.length() - 1 - at)) {
            at++;
        }
        return at > 0 && Character.isLowSurrogate(left.charAt(left.length() - at)) ? at - 1 : at;
    }
}
