// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux tells of the memory of a process.
 */
final class ResidentMemory {

	private static final double KIB_PER_MIB = 1024;

	private ResidentMemory() {
	}

	/**
	 * Resident memory in MiB, or NaN where that is not told.
	 */
	static double ofProcess(long pid) throws IOException {
		Path status = Path.of("/proc", Long.toString(pid), "status");
		if (Files.isReadable(status)) {
			for (String line : Files.readAllLines(status)) {
				if (line.startsWith("VmRSS:")) {
					return Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB;
				}
			}
		}
		return Double.NaN;
	}

}
