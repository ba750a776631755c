package org.dcos.server.cmdb.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.search.Hit.Match;

/**
 * The texts of a few hundred items as one string with marks between them, so that looking for a text in all of them is
 * one search through memory that lies together. Joined anew when it is asked after an item has changed.
 */
final class TextBlock {

    /** Before and after each value; no value has it. */
    private static final char MARK = 0;
    private static final byte NONE = (byte) Match.values().length;

    private final List<Item> items = new ArrayList<>();
    private Joined texts = Joined.NOTHING;
    private Joined macs = Joined.NOTHING;
    private boolean stale;

    /** @param starts where the values of each item begin, and where the last ones end */
    private record Joined(String text, int[] starts) {
        static final Joined NOTHING = new Joined("", new int[1]);
    }

    /** Told of an item that has the text, and how well it fits. */
    interface Hits {
        void hit(Item item, Match match);
    }

    List<Item> items() {
        return items;
    }

    /** Takes an item that it does not have. */
    void add(Item item) {
        stale = true;
        items.add(item);
    }

    /** Takes an item in place of the one with its id. */
    void replace(Item item) {
        stale = true;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(item.id())) {
                items.set(i, item);
                return;
            }
        }
        items.add(item);
    }

    boolean remove(UUID id) {
        stale = true;
        return items.removeIf(item -> item.id().equals(id));
    }

    /** By any thread that reads; while one joins the texts, others wait. */
    void find(Wanted wanted, Hits to) {
        Joined inTexts;
        Joined inMacs;
        synchronized (this) {
            if (stale) {
                join();
            }
            inTexts = texts;
            inMacs = macs;
        }
        if (items.isEmpty()) {
            return;
        }
        var best = new byte[items.size()];
        Arrays.fill(best, NONE);
        boolean any = look(inTexts, wanted.text(), best);
        any |= wanted.mac().isPresent() && look(inMacs, wanted.mac().get(), best);
        any |= wanted.address().filter(address -> !address.equals(wanted.text())).isPresent()
                && look(inTexts, MARK + wanted.address().get() + MARK, best);
        if (any) {
            for (int i = 0; i < best.length; i++) {
                if (best[i] != NONE) {
                    to.hit(items.get(i), Match.values()[best[i]]);
                }
            }
        }
    }

    /** First what begins so; then, of each of the others, whether it has it within: one hit of it is enough. */
    private static boolean look(Joined in, String wanted, byte[] best) {
        String text = in.text;
        boolean whole = wanted.charAt(0) == MARK;
        if (!text.contains(wanted)) {
            return false;
        }
        String first = whole ? wanted : MARK + wanted;
        int item = 0;
        for (int at = text.indexOf(first); at >= 0;) {
            while (in.starts[item + 1] <= at) {
                item++;
            }
            boolean exact = whole || text.charAt(at + first.length()) == MARK;
            best[item] = (byte) Math.min(best[item], (exact ? Match.EXACT : Match.PREFIX).ordinal());
            at = text.indexOf(first, exact ? in.starts[item + 1] - 1 : at + 1);
        }
        item = 0;
        for (int at = whole ? -1 : text.indexOf(wanted); at >= 0;) {
            while (in.starts[item + 1] <= at) {
                item++;
            }
            best[item] = (byte) Math.min(best[item], Match.CONTAINED.ordinal());
            at = text.indexOf(wanted, in.starts[item + 1]);
        }
        return true;
    }

    private void join() {
        var text = new StringBuilder(items.size() * 32);
        var digits = new StringBuilder();
        var textStarts = new int[items.size() + 1];
        var digitStarts = new int[items.size() + 1];
        var fields = new FoundBy.Fields() {
            @Override
            public void text(String field, String value) {
                text.append(Fold.of(value)).append(MARK);
            }

            @Override
            public void mac(String field, String value) {
                digits.append(Wanted.macDigits(value)).append(MARK);
            }

            @Override
            public void address(String field, String value) {
                text(field, value);
            }
        };
        for (int i = 0; i < items.size(); i++) {
            textStarts[i] = text.length();
            digitStarts[i] = digits.length();
            text.append(MARK);
            digits.append(MARK);
            FoundBy.of(items.get(i), fields);
        }
        textStarts[items.size()] = text.length();
        digitStarts[items.size()] = digits.length();
        texts = new Joined(text.toString(), textStarts);
        macs = digits.length() == items.size() ? Joined.NOTHING : new Joined(digits.toString(), digitStarts);
        stale = false;
    }
}
