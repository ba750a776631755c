package org.dcos.net.redfish.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dcos.net.redfish.client.ProtocolViolation;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.client.RedfishRefused;
import org.dcos.net.redfish.json.Json;

/** Members of collections, page by page (DSP0266 §7.2.3), whether the service sends them whole or as links. */
final class Members {

    /** Most of a collection that are looked at. */
    static final int MOST = 20_000;
    private static final int MOST_PAGES = 4_000;
    private static final int MOST_SINGLE = 512;
    private static final String EXPAND = "?$expand=.($levels=1)";

    /** What to do with a page. */
    interface PageReader {
        /** @return whether to go on */
        boolean read(List<Json> members) throws RedfishException, InterruptedException;
    }

    /** Where the members are. */
    static List<String> links(RedfishConnection connection, String collection)
            throws RedfishException, InterruptedException {
        var links = new ArrayList<String>();
        pages(connection, collection, page -> {
            page.stream().map(Json::link).flatMap(Optional::stream).forEach(links::add);
            return true;
        });
        return links;
    }

    /** The members themselves, in one answer where the service can do that. */
    static List<Json> whole(RedfishConnection connection, String collection)
            throws RedfishException, InterruptedException {
        Layout layout = Layout.of(connection);
        boolean expand = layout.expands(connection) && !collection.contains("?");
        var found = new ArrayList<Json>();
        try {
            pages(connection, expand ? collection + EXPAND : collection, page -> {
                found.addAll(page);
                return true;
            });
        } catch (RedfishRefused e) {
            if (!expand || e.status() >= 500 && e.status() != 501) {
                throw e;
            }
            layout.doesNotExpand();
            return whole(connection, collection);
        }
        return resolved(connection, found);
    }

    /** Goes through all pages; a link to a page that was there already ends it. */
    static void pages(RedfishConnection connection, String first, PageReader reader)
            throws RedfishException, InterruptedException {
        var seen = new HashSet<String>();
        Optional<String> next = Optional.of(first);
        int count = 0;
        while (next.isPresent() && seen.add(next.get())) {
            if (seen.size() > MOST_PAGES || count > MOST) {
                throw new ProtocolViolation(connection.target(), "%s has no end".formatted(first),
                        new IllegalStateException("more than %d members".formatted(count)));
            }
            Json page = connection.get(next.get());
            List<Json> members = page.objects("Members");
            count += members.size();
            if (!reader.read(members)) {
                return;
            }
            next = page.text("Members@odata.nextLink").or(() -> page.text("@odata.nextLink"));
        }
    }

    /** Follows the members that are only links; one that is gone meanwhile is left out. */
    static List<Json> resolved(RedfishConnection connection, List<Json> members)
            throws RedfishException, InterruptedException {
        var whole = new ArrayList<Json>();
        int asked = 0;
        for (Json member : members) {
            boolean linkOnly = member.names().stream().allMatch(name -> name.startsWith("@"));
            if (!linkOnly) {
                whole.add(member);
            } else if (member.link().isPresent() && asked++ < MOST_SINGLE) {
                connection.find(member.link().get()).ifPresent(whole::add);
            }
        }
        return whole;
    }

    private Members() {}
}
