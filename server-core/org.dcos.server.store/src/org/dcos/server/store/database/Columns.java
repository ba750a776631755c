package org.dcos.server.store.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;

import jakarta.persistence.TypedQuery;

/** What fits into the columns: lengths, precision of time, parts of lists. */
public final class Columns {

    private Columns() {}

    /** At most so many characters; what is cut shows as an ellipsis. Only for texts made for reading. */
    public static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + '…';
    }

    /** A time as it will be read back: whole microseconds. Null stays null. */
    public static Instant time(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    /** The wanted part of the list that the query gives, and the length of the whole list, by the second query. */
    public static <R, T> Page<T> page(TypedQuery<R> rows, TypedQuery<Long> count, PageRequest page,
            Function<R, T> map) {
        List<T> items = rows.setFirstResult(page.offset()).setMaxResults(page.limit()).getResultList().stream().map(map)
                .toList();
        long total = count.getSingleResult();
        return new Page<>(items, page.offset(),
                Math.max(total, items.isEmpty() ? 0 : (long) page.offset() + items.size()));
    }
}
