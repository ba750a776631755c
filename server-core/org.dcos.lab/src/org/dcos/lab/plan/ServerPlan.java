package org.dcos.lab.plan;

/**
 * One server as the baseline lists it, and what its simulation starts from.
 *
 * @param number     1 to N over the whole lab
 * @param name       e.g. "srv-a01-01", counted from the top of the rack
 * @param serial     in the maker's style, unique; may start with zeros
 * @param assetTag   eight digits, may start with zeros
 * @param hardware   maker and model
 * @param rack       where it is mounted
 * @param lowestUnit lowest rack unit it occupies, 1 at the bottom
 * @param owner      team that uses it
 * @param poweredOn  chassis power when the lab starts
 * @param seed       everything that is individual about its values comes from this number
 */
public record ServerPlan(int number, String name, String serial, String assetTag, HardwareModel hardware,
        RackPlan rack, int lowestUnit, String owner, boolean poweredOn, long seed) {

    /** Servers are mounted with their faces to the front. */
    public static final String FACE = "front";
}
