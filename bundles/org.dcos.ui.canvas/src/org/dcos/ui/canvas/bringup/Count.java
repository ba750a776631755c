package org.dcos.ui.canvas.bringup;

/**
 * One figure above the board.
 *
 * @param id       what a click tells
 * @param progress how its steps are drawn
 * @param troubled whether it counts those that stand still
 */
public record Count(String id, String word, int count, Progress progress, boolean troubled) {}
