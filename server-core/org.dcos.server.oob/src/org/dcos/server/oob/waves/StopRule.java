package org.dcos.server.oob.waves;

import java.util.Optional;

import org.dcos.domain.power.Waves;

/** Says when too many have failed. */
final class StopRule {

    private StopRule() {}

    /** @param name of the wave */
    record Wave(String name, boolean canary, int servers, int failed) {}

    /** Why the order stops; empty while it goes on. */
    static Optional<String> reason(Waves waves, Wave wave, int servers, int failed) {
        if (wave.canary() && wave.failed() > 0) {
            return Optional.of("Stopped: %d of %d servers of the canary failed.".formatted(wave.failed(),
                    wave.servers()));
        }
        if (more(wave.failed(), wave.servers(), waves.stopWave())) {
            return Optional.of("Stopped: %d of %d servers of wave %s failed, more than %d %%.".formatted(wave.failed(),
                    wave.servers(), wave.name(), waves.stopWave()));
        }
        if (more(failed, servers, waves.stopAll())) {
            return Optional.of("Stopped: %d of %d servers failed, more than %d %%.".formatted(failed, servers,
                    waves.stopAll()));
        }
        return Optional.empty();
    }

    private static boolean more(int failed, int of, int percent) {
        return failed > 0 && failed * 100L > (long) percent * of;
    }
}
