package org.dcos.server.oob.waves;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

import org.dcos.domain.power.Waves;

/**
 * Makes waves. The canary takes those servers that hurt least, from as many groups as there are; the others follow
 * group by group, each group cut into waves of the largest size allowed. One server has no canary.
 */
final class WaveLayout {

    /** @param name of what they have in common; may be empty */
    record Made(String name, boolean canary, List<Candidate> servers) {
        Made {
            servers = List.copyOf(servers);
        }
    }

    private WaveLayout() {}

    /** @param candidates that go */
    static List<Made> of(List<Candidate> candidates, Waves waves) {
        var made = new ArrayList<Made>();
        var first = candidates.size() > 1 ? canary(candidates, waves.canary()) : List.<Candidate>of();
        if (!first.isEmpty()) {
            made.add(new Made("", true, first));
        }
        var groups = new LinkedHashMap<String, List<Candidate>>();
        candidates.stream().filter(candidate -> !first.contains(candidate)).sorted(Candidate.ORDER)
                .forEach(candidate -> groups.computeIfAbsent(candidate.target().group(), _ -> new ArrayList<>())
                        .add(candidate));
        int most = most(candidates.size(), waves);
        groups.forEach((name, servers) -> {
            int parts = Math.ceilDiv(servers.size(), most);
            for (int part = 0; part < parts; part++) { // of equal size, not a large one and a rest
                int from = (int) ((long) servers.size() * part / parts);
                int to = (int) ((long) servers.size() * (part + 1) / parts);
                made.add(new Made(parts == 1 ? name : "%s %d/%d".formatted(name, part + 1, parts).strip(), false,
                        servers.subList(from, to)));
            }
        });
        return made;
    }

    private static int most(int all, Waves waves) {
        int most = waves.size() > 0 ? waves.size() : Integer.MAX_VALUE;
        return waves.percent() > 0 ? Math.min(most, Math.max(1, all * waves.percent() / 100)) : most;
    }

    private static List<Candidate> canary(List<Candidate> candidates, int count) {
        var harmless = candidates.stream().sorted(Candidate.HARMLESS).toList();
        var chosen = new ArrayList<Candidate>();
        Set<String> groups = new HashSet<>();
        for (int round = 0; round < 2; round++) { // of different groups first
            for (Candidate candidate : harmless) {
                if (chosen.size() < count && !chosen.contains(candidate)
                        && (groups.add(candidate.target().group()) || round > 0)) {
                    chosen.add(candidate);
                }
            }
        }
        return chosen.stream().sorted(Candidate.ORDER).toList();
    }
}
