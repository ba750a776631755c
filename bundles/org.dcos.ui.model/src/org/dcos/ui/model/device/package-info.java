/** The page of one server: what it is, how it is, what it measures, what was done to it. */
package org.dcos.ui.model.device;
