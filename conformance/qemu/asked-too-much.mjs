// Definitions that the installed emulator can't fulfil, whoever builds their command line: told by its own words.

const REASONS = [
  [/phys-bits too low/, 'more memory than the emulated CPU can address'],
  [/unable to find CPU model|can only use .* CPU|doesn't support requested feature/, 'a CPU that it lacks'],
  [/not a valid device model name|fsdriver handle not found/, 'a device that it lacks'],
  [/: invalid option$/m, 'an option that it lacks'],
  [/memory size must not exceed|Cannot allocate memory/, 'more memory than there is'],
  [/requires kernel irqchip|kernel doesn't allow/, "what only the host's virtualisation has"],
  [/Cannot assign requested address|Failed to bind|binding socket/, 'an address that the host lacks'],
  [/IOMMU_PLATFORM was supported by neither/, 'an IOMMU for devices that know none'],
  [/exceeds max CPUs supported by machine/, 'more CPUs than the machine has'],
  [/can't be populated in function/, 'functions in a slot that denies them'],
  [/Max. supported number of|bus supports only \d+ units/, 'more devices than the machine has places for'],
  [/missing acpi device or acpi disabled/, 'memory to be plugged without ACPI'],
  [/not multiple of 512/, 'a slice that is no number of sectors'],
];

/** @param {string} words @returns {string | undefined} what the definition asks that can't be had */
export function askedTooMuch(words) {
  return REASONS.find(([pattern]) => pattern.test(words))?.[1];
}
