package org.dcos.lab.plan;

/**
 * One rack and where it stands.
 *
 * @param idc              data centre, e.g. "Shanghai A"
 * @param room             e.g. "Room 201"
 * @param row              e.g. "A"; row letters go on through all rooms, so that rack names are unique
 * @param name             e.g. "A01"
 * @param heightUnits      rack units
 * @param powerBudgetWatts what its feeds carry
 */
public record RackPlan(String idc, String room, String row, String name, int heightUnits, int powerBudgetWatts) {}
