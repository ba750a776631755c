package org.dcos.net.probe;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known so far of each address of one question. */
final class Ledger {

    private final Map<InetAddress, Page> pages = new LinkedHashMap<>();

    private static final class Page {
        private final List<Evidence> evidence = new ArrayList<>(1);
        private final List<Attempt> tried = new ArrayList<>(Method.values().length);
        private final List<Omission> omitted = new ArrayList<>(1);
    }

    Ledger(Collection<? extends InetAddress> addresses) {
        addresses.forEach(address -> pages.put(address, new Page()));
    }

    /** In the order of the question. */
    List<InetAddress> unanswered() {
        return pages.entrySet().stream().filter(entry -> entry.getValue().evidence.isEmpty()).map(Map.Entry::getKey)
                .toList();
    }

    void omitted(Collection<? extends InetAddress> addresses, Method method, Omission.Reason reason, String text) {
        var omission = new Omission(method, reason, text);
        addresses.forEach(address -> page(address).omitted.add(omission));
    }

    /** Enters what a method found for those that it was used on. */
    void tried(Collection<? extends InetAddress> addresses, Attempt attempt, RoundResult result) {
        for (InetAddress address : addresses) {
            var page = page(address);
            if (result.refused().containsKey(address)) {
                page.omitted.add(new Omission(attempt.method(), Omission.Reason.REFUSED_BY_SYSTEM,
                        "%s was not sent to: %s.".formatted(address.getHostAddress(), result.refused().get(address))));
            } else {
                page.tried.add(attempt);
            }
        }
        result.answered().forEach((address, evidence) -> page(address).evidence.add(evidence));
    }

    Map<InetAddress, Finding> findings() {
        var findings = new LinkedHashMap<InetAddress, Finding>();
        pages.forEach((address, page) -> findings.put(address, finding(page)));
        return findings;
    }

    private static Finding finding(Page page) {
        if (!page.evidence.isEmpty()) {
            return new Finding.Answered(page.evidence.getFirst());
        }
        return page.tried.isEmpty() ? new Finding.NotTried(page.omitted)
                : new Finding.Silent(page.tried, page.omitted);
    }

    private Page page(InetAddress address) {
        return pages.computeIfAbsent(address, _ -> new Page());
    }
}
