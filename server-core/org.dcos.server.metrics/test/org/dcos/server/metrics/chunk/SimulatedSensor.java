package org.dcos.server.metrics.chunk;

import java.util.Random;

/** A sensor as BMCs have them: 8 bits of reading, a factor of its kind, slow drift and a little noise. */
final class SimulatedSensor {

    private final Random random;
    private final double factor;
    private final double noise;
    private double raw;

    SimulatedSensor(Random random, int kind) {
        this.random = random;
        switch (kind % 4) {
            case 0 -> { // temperature, 1 °C a step
                factor = 1;
                noise = 0.3;
            }
            case 1 -> { // fan, 60 rpm a step
                factor = 60;
                noise = 0.8;
            }
            case 2 -> { // voltage, 60 mV a step
                factor = 0.06;
                noise = 0.3;
            }
            default -> { // power, 4 W a step
                factor = 4;
                noise = 1.5;
            }
        }
        raw = 60 + random.nextInt(120);
    }

    double next() {
        raw = Math.clamp(raw + random.nextGaussian() * 0.1, 1, 254);
        return Math.round(raw + random.nextGaussian() * noise) * factor;
    }
}
