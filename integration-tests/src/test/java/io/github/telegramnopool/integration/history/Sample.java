// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netty.util.internal.PlatformDependent;

/**
 * What a process holds at a moment, sizes in KiB.
 *
 * @param heap the heap that is in use right after a collection
 * @param direct memory outside of the heap that buffers take
 * @param resident what the operating system has given to the process
 * @param descriptors open file descriptors
 * @param threads live threads
 */
record Sample(long heap, long direct, long resident, long descriptors, long threads) {

	/**
	 * Take a sample of this process.
	 */
	static Sample take() {
		System.gc();
		long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
		long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
			.stream()
			.mapToLong(BufferPoolMXBean::getMemoryUsed)
			.sum();
		String[] descriptors = new File("/proc/self/fd").list();
		return new Sample(heap / 1024, (direct + Math.max(0, PlatformDependent.usedDirectMemory())) / 1024,
				readResident(), (descriptors != null) ? descriptors.length : 0,
				ManagementFactory.getThreadMXBean().getThreadCount());
	}

	private static long readResident() {
		try {
			return Files.readAllLines(Path.of("/proc/self/status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")))
				.sum();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Sample parse(String detail) {
		String[] fields = detail.split(" ");
		return new Sample(Long.parseLong(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]),
				Long.parseLong(fields[3]), Long.parseLong(fields[4]));
	}

	String detail() {
		return this.heap + " " + this.direct + " " + this.resident + " " + this.descriptors + " " + this.threads;
	}

}
