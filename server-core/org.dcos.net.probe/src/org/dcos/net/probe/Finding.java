package org.dcos.net.probe;

import java.util.List;

/** What is known of one address after a question. */
public sealed interface Finding {

    /** Something uses it. */
    record Answered(Evidence by) implements Finding {}

    /**
     * Nothing answered. How sure it is that nothing uses the address depends on the methods: a host may keep silent to
     * all but ARP.
     *
     * @param tried   at least one
     * @param omitted methods that were not used
     */
    record Silent(List<Attempt> tried, List<Omission> omitted) implements Finding {

        public Silent {
            tried = List.copyOf(tried);
            omitted = List.copyOf(omitted);
        }
    }

    /** Nobody asked it, so nothing is known. */
    record NotTried(List<Omission> why) implements Finding {

        public NotTried {
            why = List.copyOf(why);
        }
    }
}
