package org.dcos.wire.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/** Parts of lists, where the services give the whole or know no filter. */
public final class Lists {

    private static final int CHUNK = 5_000;

    /** Loads one part of a list. */
    @FunctionalInterface
    public interface Loader<T> {
        Page<T> load(PageRequest page) throws Problem;
    }

    /** The part of a whole that is wanted. */
    static <T> Page<T> part(List<T> whole, PageRequest page) {
        int from = Math.min(page.offset(), whole.size());
        int to = (int) Math.min((long) from + page.limit(), whole.size());
        return new Page<>(whole.subList(from, to), page.offset(), Math.max(whole.size(), to - from));
    }

    /** The part of those that match. */
    static <T> Page<T> matching(Loader<T> loader, Predicate<T> wanted, PageRequest page) throws Problem {
        return part(all(loader).stream().filter(wanted).toList(), page);
    }

    /** The whole list, loaded part by part. */
    public static <T> List<T> all(Loader<T> loader) throws Problem {
        var items = new ArrayList<T>();
        Page<T> page;
        do {
            page = loader.load(new PageRequest(items.size(), CHUNK));
            items.addAll(page.items());
        } while (!page.items().isEmpty() && items.size() < page.total());
        return items;
    }

    private Lists() {}
}
