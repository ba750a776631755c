package org.dcos.lab.plan;

import static org.dcos.lab.plan.Manufacturer.DELL;
import static org.dcos.lab.plan.Manufacturer.H3C;
import static org.dcos.lab.plan.Manufacturer.HPE;
import static org.dcos.lab.plan.Manufacturer.HUAWEI;
import static org.dcos.lab.plan.Manufacturer.INSPUR;
import static org.dcos.lab.plan.Manufacturer.LENOVO;

import java.util.Arrays;
import java.util.List;

/**
 * The server models of the simulated data centre. Power and fan figures are of the right order for a machine of that
 * size, not the maker's data.
 */
public enum HardwareModel {
    HUAWEI_1288H_V5(HUAWEI, "1288H V5", 1, new Watts(120, 520, 900), new Rpm(4_200, 17_500)),
    HUAWEI_2288H_V5(HUAWEI, "2288H V5", 2, new Watts(135, 640, 900), new Rpm(2_400, 9_600)),
    HUAWEI_5288_V5(HUAWEI, "5288 V5", 4, new Watts(310, 980, 1_500), new Rpm(2_100, 8_400)),
    INSPUR_NF5180M6(INSPUR, "NF5180M6", 1, new Watts(125, 540, 800), new Rpm(4_500, 18_000)),
    INSPUR_NF5280M6(INSPUR, "NF5280M6", 2, new Watts(140, 680, 1_300), new Rpm(2_400, 10_200)),
    INSPUR_NF5466M6(INSPUR, "NF5466M6", 4, new Watts(330, 1_020, 1_600), new Rpm(2_100, 8_100)),
    DELL_R650(DELL, "PowerEdge R650", 1, new Watts(120, 560, 1_100), new Rpm(4_320, 18_000)),
    DELL_R750(DELL, "PowerEdge R750", 2, new Watts(145, 700, 1_400), new Rpm(2_520, 10_800)),
    DELL_R940XA(DELL, "PowerEdge R940xa", 4, new Watts(360, 1_350, 2_000), new Rpm(2_160, 8_640)),
    HPE_DL360_GEN10(HPE, "ProLiant DL360 Gen10", 1, new Watts(110, 500, 800), new Rpm(4_400, 17_000)),
    HPE_DL380_GEN10(HPE, "ProLiant DL380 Gen10", 2, new Watts(130, 650, 800), new Rpm(2_400, 10_000)),
    LENOVO_SR630(LENOVO, "ThinkSystem SR630", 1, new Watts(115, 510, 750), new Rpm(4_300, 17_200)),
    LENOVO_SR650(LENOVO, "ThinkSystem SR650", 2, new Watts(135, 660, 1_100), new Rpm(2_400, 9_800)),
    H3C_R4700_G5(H3C, "UniServer R4700 G5", 1, new Watts(120, 530, 850), new Rpm(4_200, 17_600)),
    H3C_R4900_G5(H3C, "UniServer R4900 G5", 2, new Watts(140, 670, 1_300), new Rpm(2_300, 9_900)),
    H3C_R6900_G5(H3C, "UniServer R6900 G5", 4, new Watts(380, 1_420, 2_000), new Rpm(2_100, 8_800));

    /** Power of the whole server, idle and at full load, and the rating of each of its two supplies. */
    private record Watts(int idle, int fullLoad, int supply) {}

    /** Range of its fans. */
    private record Rpm(int slowest, int fastest) {}

    private final Manufacturer manufacturer;
    private final String model;
    private final int heightUnits;
    private final Watts watts;
    private final Rpm rpm;

    HardwareModel(Manufacturer manufacturer, String model, int heightUnits, Watts watts, Rpm rpm) {
        this.manufacturer = manufacturer;
        this.model = model;
        this.heightUnits = heightUnits;
        this.watts = watts;
        this.rpm = rpm;
    }

    public Manufacturer manufacturer() {
        return manufacturer;
    }

    public String model() {
        return model;
    }

    public int heightUnits() {
        return heightUnits;
    }

    /** Watts of the whole server, running and idle. */
    public int idleWatts() {
        return watts.idle();
    }

    /** Watts of the whole server at full load. */
    public int fullLoadWatts() {
        return watts.fullLoad();
    }

    /** Rating of each of the two power supplies, watts. */
    public int supplyWatts() {
        return watts.supply();
    }

    public int slowestRpm() {
        return rpm.slowest();
    }

    public int fastestRpm() {
        return rpm.fastest();
    }

    static List<HardwareModel> ofHeight(Manufacturer manufacturer, int heightUnits) {
        return Arrays.stream(values())
                .filter(each -> each.manufacturer == manufacturer && each.heightUnits == heightUnits).toList();
    }
}
