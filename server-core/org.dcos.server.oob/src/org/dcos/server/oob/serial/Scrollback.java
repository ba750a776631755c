package org.dcos.server.oob.serial;

/** The newest bytes of a console, at most {@value #MOST}. One thread at a time. */
final class Scrollback {

    static final int MOST = 1 << 20;
    private static final int FIRST = 16 << 10;

    private byte[] ring = new byte[FIRST];
    private long written;

    long written() {
        return written;
    }

    void add(byte[] bytes) {
        while (ring.length < MOST && written + bytes.length > ring.length) {
            grow();
        }
        int skip = Math.max(0, bytes.length - ring.length);
        for (int i = skip; i < bytes.length; i++) {
            ring[(int) ((written + i) % ring.length)] = bytes[i];
        }
        written += bytes.length;
    }

    /** Only called while nothing has been overwritten yet. */
    private void grow() {
        var larger = new byte[ring.length * 2];
        System.arraycopy(ring, 0, larger, 0, (int) Math.min(written, ring.length));
        ring = larger;
    }

    /** Where what is kept begins. */
    long oldest() {
        return Math.max(0, written - ring.length);
    }

    /** @param most bytes at most */
    byte[] from(long place, int most) {
        long start = Math.clamp(place, oldest(), written);
        var piece = new byte[(int) Math.min(most, written - start)];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = ring[(int) ((start + i) % ring.length)];
        }
        return piece;
    }
}
