package org.dcos.ui.model.records;

import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.problem.Problem;

/** Lists that are longer than a page. */
final class ItemPages {

    private ItemPages() {}

    /** Blocks; not for the realm. */
    static List<Item> all(Records records, Kind kind, ItemFilter filter) throws Problem {
        var items = new ArrayList<Item>();
        Page<Item> page;
        do {
            page = records.list(kind, filter, new PageRequest(items.size(), PageRequest.MAX_LIMIT));
            items.addAll(page.items());
        } while (!page.items().isEmpty() && items.size() < page.total());
        return items;
    }
}
